/// Places and the people and machines that work there (*lieux, postes, opérateurs*), all by code: no name of a person
/// stands in a fact.
package fr.lamine.model.site;
