/// What is scanned and weighed one after the other (*la liste*): the goods of a transfer, or of a counted shelf. It is
/// kept in the store with every scan, so that nothing of it is lost with the power.
package fr.lamine.pos.goods;
