package org.sharedregistry.verification;

import org.sharedregistry.recognition.Finding;
import org.sharedregistry.review.Dossier;

/** Goods, and what was found on them. */
record JudgedGoods(Dossier dossier, Finding finding) {}
