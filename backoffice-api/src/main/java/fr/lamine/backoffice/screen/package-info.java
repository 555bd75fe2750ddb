/// What the office's pages share (*écrans*): which site and which days they are about, long lists by pages, addresses.
package fr.lamine.backoffice.screen;
