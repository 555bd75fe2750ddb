/// What happened online, as the facts tell it (*annonces, commandes, colis*): tables that nothing but facts are written
/// to. Whether a thing is still there is told by all facts about its code together.
package fr.lamine.backoffice.order;
