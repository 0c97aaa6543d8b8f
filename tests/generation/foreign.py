"""Short texts that aren't in English."""

GERMAN = """\
Die Uhr am Rathaus von Lindental

Seit dem Frühjahr 1897 zeigt die Uhr am Rathaus von Lindental die Zeit an, und seit fast ebenso
langer Zeit geht sie falsch. Der Uhrmacher Georg Achleitner, der das Werk gebaut hat, soll schon
nach einer Woche gesagt haben, dass der Turm im Wind schwanke und das Pendel mit ihm. Messungen
der Technischen Schule ergaben im Jahr 2015, dass die Spitze sich um bis zu vier Zentimeter bewegt.

Im vergangenen Herbst beschloss der Gemeinderat mit elf gegen sieben Stimmen, 48.000 Euro für ein
neues Werk auszugeben. Eine Mehrheit der Bürger war dagegen: Von 600 Befragten wollten 58 Prozent
die alte Uhr behalten, weil sie sich an die Verspätung gewöhnt haben. Nun bleibt alles beim Alten,
nur die Busse fahren fünf Minuten später ab.
"""
FRENCH = """\
Le pont des Tanneurs ne fermera pas

Construit en 1864 par l'ingénieur Lucien Barrault, le pont des Tanneurs relie les deux rives de la
Vière, une petite rivière qui traverse le bourg de Sainte-Aubine. Chaque jour, environ 2 300
voitures et 400 cyclistes l'empruntent. En mars dernier, la mairie avait annoncé qu'il serait fermé
pendant dix-huit mois, parce qu'une fissure de trois mètres avait été découverte sous la chaussée.

Les commerçants, qui craignaient de perdre un tiers de leurs clients, ont réuni plus de 1 200
signatures. Selon un rapport publié en juin, la fissure n'est pas dangereuse et les travaux peuvent
se faire la nuit. Ils coûteront 1,7 million d'euros, soit deux fois moins que prévu, et devraient
durer neuf mois. La maire, Odile Ferrand, a reconnu que la première annonce avait été trop rapide.
"""
SPANISH = """\
La feria de los almendros vuelve a Valdecorza

Después de seis años sin celebrarse, la feria de los almendros volvió el domingo a Valdecorza, un
pueblo de 870 habitantes en la sierra. La fiesta nació en 1952, cuando el maestro Evaristo Lunar
invitó a los vecinos a plantar un árbol por cada niño de la escuela. Desde entonces se han plantado
más de 5.000 almendros, aunque una helada mató casi la mitad en febrero de 2018.

Según el ayuntamiento, este año llegaron unas 3.200 personas, es decir, cuatro veces más que la
población del pueblo. Los agricultores vendieron doce toneladas de almendras en un solo día. La
alcaldesa, Remedios Cuadra, espera que la feria ayude a frenar la pérdida de vecinos, porque muchos
jóvenes se marchan a la capital en cuanto terminan los estudios.
"""
