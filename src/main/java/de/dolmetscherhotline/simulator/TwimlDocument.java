package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.util.List;

/** A parsed document and where it came from. */
record TwimlDocument(URI url, List<Verb> verbs) {}
