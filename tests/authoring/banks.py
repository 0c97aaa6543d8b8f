"""Banks to write into files."""

GENES = """\
---
title: Genes
sources:
  book: {title: Principles of Heredity}
---

Read the chapter first.

# Basics

## What are genes made of?
`id: genes` `points: 2`

- (x) a) DNA
- ( ) b) Protein
  > That is what they encode.

> **Hint:** It is an acid.

> **Explanation:** Deoxyribonucleic acid carries them.

> **Source book:** "genes are made of DNA"
"""
BROKEN = """\
---
title: Cells
---

## Cells have walls.
`id: walls`

- (x) True
- ( ) False

## Which organelle?
`id: organelle`

- ( ) a) Nucleus
- ( ) b) Mitochondrion
"""
