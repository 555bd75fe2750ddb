/// What the office stands on (*socle technique*): its database, its web server, its configuration. The one technical
/// package; everything else is named after something of the shop.
package fr.lamine.backoffice.platform;
