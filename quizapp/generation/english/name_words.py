"""Words that tell what a capitalized word is: a month, a title, a country, the head of a name."""

from quizapp.generation.english.words import word_set

MONTHS = word_set(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
WEEKDAYS = word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
WEEKDAYS_PLURAL = frozenset(day + "s" for day in WEEKDAYS)
SEASONS = word_set("Christmas Easter Ramadan Thanksgiving God Internet")
DIRECTIONS = word_set("East West North South")
# Words that often begin a sentence right before a name.
STARTERS = word_set(
    "first second third fourth fifth later earlier last next two three four five six seven eight "
    "nine ten today yesterday recently meanwhile instead still perhaps like unlike among despite "
    "according critics supporters nobody everybody besides near around across inside outside off "
    "along behind beyond early late modern former nor either neither other others another even "
    "just yet soon often once thanks"
)
# Capitalized, but adjectives, or the people they tell of.
NATIONALITIES = word_set(
    "Afghan African Albanian Algerian American Arab Arabic Argentine Argentinian Armenian Asian "
    "Australian Austrian Azerbaijani Bangladeshi Basque Belarusian Belgian Bolivian Bosnian "
    "Brazilian British Bulgarian Burmese Cambodian Canadian Caribbean Catalan Chilean Chinese "
    "Christian Colombian Congolese Croatian Cuban Czech Danish Dutch Egyptian English Estonian "
    "Ethiopian European Finnish Flemish French Georgian German Ghanaian Greek Haitian Hindu "
    "Hispanic Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Islamic Israeli Italian "
    "Jamaican Japanese Jewish Jordanian Kazakh Kenyan Korean Kurdish Latin Latvian Lebanese "
    "Libyan Lithuanian Malaysian Mexican Moldovan Mongolian Moroccan Muslim Nepalese Nigerian "
    "Nordic Norwegian Ottoman Pakistani Palestinian Persian Peruvian Polish Portuguese Prussian "
    "Roman Romanian Russian Scandinavian Scottish Serbian Slovak Slovenian Somali Soviet Spanish "
    "Sudanese Swedish Swiss Syrian Taiwanese Thai Tunisian Turkish Ukrainian Venezuelan Victorian "
    "Vietnamese Viking Welsh Yemeni Western Eastern Northern Southern Catholic Protestant Orthodox "
    "Buddhist Democratic Republican Conservative Labour Liberal Communist Nazi Celsius Fahrenheit"
)
PEOPLES = word_set(
    "Afghans Africans Americans Arabs Asians Australians Austrians Belarusians Belgians Brazilians "
    "Britons Bulgarians Canadians Catholics Chileans Christians Colombians Croats Cubans Czechs "
    "Danes Democrats Egyptians Estonians Europeans Finns Germans Greeks Hindus Hungarians Indians "
    "Iranians Iraqis Israelis Italians Jews Kenyans Koreans Kurds Latvians Lithuanians Mexicans "
    "Kazakhs Uzbeks Tajiks Turkmens Georgians Armenians Moldovans Mongolians Uruguayans Haitians "
    "Omanis Houthis Emiratis Saudis Kuwaitis Qataris Indonesians Filipinos Malaysians Ethiopians "
    "Somalis Ugandans Tanzanians Rwandans Ghanaians Tunisians Moroccans Algerians Libyans Yemenis "
    "Jordanians Argentines Peruvians Bolivians Colombians Venezuelans Hondurans Guatemalans "
    "Nicaraguans Panamanians Bosnians Slovenes Albanians Icelanders "
    "Muslims Nigerians Norwegians Pakistanis Palestinians Persians Poles Protestants Republicans "
    "Romans Romanians Russians Scots Serbs Slovaks Swedes Syrians Turks Ukrainians Vikings "
    "Conservatives Liberals Communists Nazis Englishman Frenchman Dutchman Irishman Scotsman"
)
TITLES = word_set(
    "Mr. Mrs. Ms. Mr Mrs Ms Dr. Dr Prof. Prof Professor Sir Dame Lord Lady President Premier "
    "Chancellor Senator Sen. Rep. Representative Governor Gov. Mayor Judge Justice King Queen "
    "Prince Princess Emperor Empress Pope Saint Tsar Czar Kaiser Sultan Duke Duchess Baron Count "
    "Countess General Gen. Colonel Col. Captain Capt. Major Lieutenant Lt. Sergeant Sgt. Admiral "
    "Marshal Commander Minister Secretary Ambassador Bishop Archbishop Cardinal Rabbi Imam Father "
    "Sister Brother Rev. Reverend Director Chairman Chairwoman Chair Commissioner Officer Coach "
    "Chief Executive Financial Operating Prime Vice Attorney Foreign Deputy Defense Finance "
    "Detective Councilman Councilwoman Councillor Councilor Alderman Congressman Congresswoman "
    "Assemblyman Assemblywoman Superintendent Inspector Sheriff Principal Corporal Brigadier "
    "Provost Commodore"
)
# Titles that belong to a name in the middle of speech: Queen Victoria, Lord Kelvin.
KEPT_TITLES = word_set(
    "Sir Dame Lord Lady King Queen Prince Princess Emperor Empress Pope Tsar Czar Sultan Duke "
    "Duchess Baron Count Countess Captain Capt. Dr. Dr Saint"
)
ROLES = word_set(
    "president premier chancellor senator governor mayor judge king queen prince princess emperor "
    "pope general colonel captain admiral commander minister secretary ambassador bishop director "
    "chairman chairwoman chair commissioner officer professor doctor physician surgeon engineer "
    "physicist chemist biologist mathematician astronomer economist historian sociologist "
    "psychologist philosopher theologian scientist researcher scholar lecturer teacher student "
    "inventor architect artist painter sculptor writer author poet novelist playwright journalist "
    "reporter editor critic photographer actor actress singer composer conductor musician dancer "
    "filmmaker banker broker merchant trader businessman businesswoman entrepreneur manager owner "
    "founder cofounder co-founder lawyer attorney politician diplomat activist revolutionary "
    "reformer leader head spokesman spokeswoman spokesperson analyst strategist adviser advisor "
    "consultant farmer fisherman sailor navigator explorer pilot astronaut soldier officer nurse "
    "geologist botanist zoologist ecologist anthropologist archaeologist linguist oceanographer "
    "meteorologist climatologist astrophysicist epidemiologist geographer statistician electrician "
    "mechanic carpenter watchmaker clockmaker printer publisher librarian curator coach player "
    "athlete swimmer runner champion nephew niece son daughter brother sister wife husband widow "
    "father mother cousin grandson granddaughter monk nun priest missionary apprentice chemist "
    "pharmacist designer developer programmer technician inspector detective veteran resident "
    "fellow member candidate nominee dictator ruler monarch aide assistant deputy vice-president "
    "chief executive treasurer clerk professor instructor trustee volunteer campaigner naturalist "
    "man woman boy girl neighbor friend immigrant emigrant refugee plumber driver dentist midwife "
    "shipowner millionaire billionaire whaler jeweller jeweler bacteriologist microbiologist "
    "virologist immunologist neurologist optometrist goalkeeper defender midfielder striker "
    "referee substitute councilman councilwoman schoolteacher lieutenant barrister solicitor miner "
    "tailor blacksmith shipbuilder industrialist philanthropist paleontologist cartographer "
    "geneticist pathologist cardiologist radiologist toxicologist hydrologist seismologist "
    "volcanologist physiologist pharmacologist psychiatrist criminologist ornithologist "
    "entomologist glaciologist oncologist dermatologist nutritionist pediatrician paediatrician "
    "therapist physiotherapist veterinarian paramedic conservationist demographer accountant "
    "auditor planner surveyor contractor biochemist neuroscientist technologist columnist "
    "correspondent broadcaster theorist logician metallurgist egyptologist "
    "apothecary druggist steward deckhand boatswain viceroy "
    "illustrator engraver potter weaver cyclist sprinter rower skier mountaineer climber "
    "translator agronomist breeder gardener forester ranger baker brewer chef cook mate helmsman"
)
ORGANIZATION_HEADS = word_set(
    "University United Institute Party Ministry Inc Inc. Corp Corp. Ltd Ltd. Co. plc PLC LLC Bank "
    "Agency Railway Railroad Lines "
    "Council Association Committee Court Union Federation Authority Company Corporation Group "
    "Foundation Department College School Museum Partners Research Chamber Navy Army Times Post "
    "Ledger Companies Parliament Congress Senate Workers Systems Commission Board Society Academy "
    "Bureau Office Organization Organisation Alliance League Club Center Centre Laboratory "
    "Laboratories Hospital Trust Fund Service Services Administration Assembly Cabinet Network "
    "Press Airlines "
    "Airways Motors Industries Holdings Brothers Sons Technologies Software Observatory Library "
    "Forces Police Guard Church Order Conference Coalition Movement Front Brigade Battalion "
    "Regiment Legion Initiative Consortium Cooperative Exchange Works Foods Energy Bakery Brewery "
    "House Tribunal Treasury Reserve Registry Programme Program Marine Shipping Logistics Media "
    "Watch Pharma Pharmaceuticals Electronics Robotics Labs Studios Ventures Consulting Analytics "
    "Insurance Entertainment Television Radio News Review Journal Gazette Tribune Herald "
    "Chronicle Magazine Daily Weekly Telegraph Observer Digest Bulletin Quarterly Gallery Capital "
    "Optics Medical Beverage Beverages Machinists Teachers Miners Rovers Athletic Wanderers Albion "
    "Homes Orchestra Philharmonic Rifles Fusiliers Bros Therapeutics Biosciences Dynamics Motor"
)
PLACE_HEADS = word_set(
    "Island Islands River Lake Mount Mountain Mountains City County Sea Ocean Bay Harbor Harbour "
    "Street Road Avenue Square Valley Channel Strait Straits Province Plateau Peninsula Coast Cape "
    "Canal Bridge Park Forest Desert Gulf Isle Isles Hill Hills Falls Springs Rapids Beach Port "
    "Point Creek Delta Territory Region District Republic Kingdom Empire Basin Glacier Station "
    "Airport Tower Palace Castle Hall Cathedral Village Town Heights Lane Canyon Gorge Dam Reef "
    "Lagoon Atoll Volcano Reservoir Fjord Pass Pier Quay Boulevard Zone"
)
# What a place's name may begin with.
PLACE_FIRSTS = ("Lake", "Mount", "Cape", "Port", "Isle", "St.", "River", "Loch", "Fort")
# Heads of places that are surnames as well.
SURNAME_HEADS = word_set("Hill Hall Lane Park Castle")
# Heads after which "of" or "for" and "and" go on with the name.
LONG_HEADS = word_set(
    "University Institute Ministry Bank Agency Council Association Committee Court Union "
    "Federation Foundation Department College School Museum Chamber Commission Board Society "
    "Academy Bureau Office Organization Organisation League Center Centre Fund Republic Kingdom "
    "Authority Directorate Isle Isles Bay Gulf Cape Strait House Church Order Campaign Movement "
    "Convention Treaty Act City Library Hospital Observatory Journal Port Strait Archive Archives "
    "Declaration Battle Siege Peace War Laboratory Faculty Confederation Coalition Secretariat "
    "Conference Congress Community Commonwealth Network Research Policy International National "
    "Royal World"
)
WORK_HEADS = word_set(
    "War Treaty Act Agreement Accord Convention Battle Revolution Declaration Project Prize Award "
    "Directive Regulation Statute Ordinance Decree Amendment Plan Program Protocol Constitution "
    "Code Law Crisis Festival Games Cup Olympics Telescope Medal Trophy List"
)
SHIPS = word_set("HMS USS SS RMS MV USNS HMCS")
NOT_NAMES = word_set(
    "I CEO CFO COO TV DNA RNA GDP AI PR IT OK AM PM A.M. P.M. CO2 USA PhD Ph.D Ph.D. MP MPs CEOs "
    "ID HIV AIDS GPS PIN VAT IQ BC AD CE BCE UTC GMT"
)
NATIONS = word_set(
    "Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan "
    "Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Botswana Brazil "
    "Brunei Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China Colombia Congo Croatia Cuba "
    "Cyprus Czechia Denmark Djibouti Dominica Ecuador Egypt Eritrea Estonia Eswatini Ethiopia Fiji "
    "Finland France Gabon Gambia Germany Ghana Greece Grenada Guatemala Guinea Guyana Haiti "
    "Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan "
    "Kazakhstan Kenya Kiribati Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya "
    "Liechtenstein Lithuania Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta Mauritania "
    "Mauritius Mexico Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar "
    "Namibia Nauru Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palau Panama "
    "Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Samoa Senegal Serbia "
    "Seychelles Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria Taiwan "
    "Tajikistan Tanzania Thailand Togo Tonga Tunisia Turkey Turkmenistan Tuvalu Uganda Ukraine "
    "Uruguay Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe Britain England Scotland "
    "Wales"
)
_OTHER_PLACES = word_set(
    "Singapore Atlantic Pacific Mediterranean Arctic Baltic Europe Asia Africa America Antarctica "
    "Greenland Persia Prussia Tibet Bohemia Bavaria Catalonia Siberia Crimea California Texas "
    "Florida Ohio Michigan Alaska Hawaii Oregon Illinois Pennsylvania Massachusetts Virginia "
    "Mississippi Tennessee Kentucky Alabama Arkansas Arizona Colorado Connecticut Delaware Idaho "
    "Indiana Iowa Kansas Louisiana Maine Maryland Minnesota Missouri Montana Nebraska Nevada "
    "Oklahoma Utah Vermont Wisconsin Wyoming "
    "Ontario Quebec Newfoundland London Paris Berlin Rome Madrid Moscow Beijing Tokyo Delhi Mumbai "
    "Cairo Lagos Nairobi Sydney Melbourne Toronto Montreal Chicago Boston Philadelphia Washington "
    "Vienna Zurich Geneva Brussels Amsterdam Stockholm Oslo Copenhagen Helsinki Warsaw Prague "
    "Budapest Kyiv Kiev Minsk Istanbul Ankara Tehran Baghdad Jerusalem Shanghai Manchester "
    "Liverpool Glasgow Edinburgh Dublin Lisbon Athens Hamburg Munich Milan Naples Venice Florence "
    "Arizona Arkansas Colorado Connecticut Idaho Indiana Iowa Kansas Kentucky Louisiana Maryland "
    "Minnesota Mississippi Missouri Montana Nebraska Nevada Oklahoma Tennessee Utah Vermont "
    "Wisconsin Wyoming Tasmania Sicily Corsica Sardinia Crete Normandy Provence Tuscany "
    "Scandinavia Baltimore Cleveland Detroit Minneapolis Seattle Toledo Antwerp Barcelona Belfast "
    "Belgrade Birmingham Bologna Bonn Bordeaux Bristol Bucharest Cambridge Cardiff Cologne Dresden "
    "Frankfurt Genoa Gothenburg Leeds Leipzig Lyon Marseille Oxford Palermo Porto Riga Rotterdam "
    "Seville Sofia Southampton Stuttgart Tallinn Tbilisi Turin Utrecht Vilnius Zagreb Baku Bangkok "
    "Colombo Dhaka Hanoi Jakarta Karachi Kolkata Kyoto Lahore Manila Osaka Seoul Taipei Brisbane "
    "Auckland Accra Algiers Casablanca Dakar Johannesburg Kampala Bogota Caracas Havana Montevideo "
    "Quito Calgary Ottawa Vancouver Winnipeg"
)
COUNTRIES = NATIONS | _OTHER_PLACES  # every place of one word that is known by itself
NATIONS_OF_TWO = frozenset(
    (
        "New Zealand", "South Africa", "South Korea", "North Korea", "South Sudan", "Saudi Arabia",
        "Sri Lanka", "Costa Rica", "El Salvador", "Burkina Faso", "Sierra Leone", "Ivory Coast",
        "United States", "United Kingdom", "Great Britain", "Northern Ireland", "Czech Republic",
        "Dominican Republic", "Soviet Union", "West Germany", "East Germany", "Papua New Guinea",
        "Ottoman Empire", "Roman Empire", "Bosnia and Herzegovina", "Trinidad and Tobago",
        "Antigua and Barbuda",
    )
)  # fmt: skip
CITIES_OF_TWO = frozenset(
    (
        "New York", "New Delhi", "New Orleans", "Hong Kong", "Los Angeles", "San Francisco",
        "San Diego", "Buenos Aires", "Rio de Janeiro", "Mexico City", "Cape Town", "Tel Aviv",
        "Kuala Lumpur", "Panama City", "Milton Keynes", "Des Moines", "Las Vegas",
    )
)  # fmt: skip
_REGIONS_OF_TWO = frozenset(
    (
        "New Zealanders", "New England", "New Mexico", "New Jersey", "New Hampshire",
        "New South Wales", "Puerto Rico", "British Columbia", "Southeast Asia", "South America",
        "North America", "Latin America", "Central America", "Eastern Europe", "Western Europe",
        "Central Europe", "Middle East", "South Carolina", "North Carolina", "South Dakota",
        "North Dakota", "West Virginia", "Western Australia", "West Africa", "East Africa",
        "Latin American",
    )
)  # fmt: skip
PLACES_OF_TWO = NATIONS_OF_TWO | CITIES_OF_TWO | _REGIONS_OF_TWO
# Nearly every other place lies in one of them.
BROAD_PLACES = _REGIONS_OF_TWO | word_set(
    "Atlantic Pacific Mediterranean Arctic Baltic Europe Asia Africa America Antarctica"
)
# What sums up the clause before it, not the noun: "far from the shore, a trip of two hours".
CLAUSE_NOUNS = word_set(
    "trip journey drive walk ride flight voyage crossing distance blow loss gain increase decrease "
    "drop rise fall delay change step move decision success failure result figure rate share time "
    "mistake sign reason task feat moment day week month year decade hour detour haul hike climb "
    "shortcut record setback victory defeat compromise"
)
# What a clause may be called: it feeds on sugar, a process known as fermentation.
DEED_NOUNS = word_set(
    "process method technique practice principle phenomenon procedure approach strategy policy "
    "effect condition design trick habit custom trend pattern tactic operation arrangement idea "
    "concept theory situation state"
)
PARTICLES = word_set("de van von der den da di du del della la le bin ibn al el y dos")
