package fr.lamine.model.sync;

import fr.lamine.model.fact.ReturnLine.SoldLine;

/// A ticket gives up what it held: it was abandoned, or paid another way. Said again it changes nothing.
///
/// @param subject a voucher's code such as `901-17`, or a sold line such as `901/1/42#0`
public record HoldRelease(String ticket, String subject) {

    /// @param holds that were given up
    public record Released(int holds) {}

    public HoldRelease {
        requireTicket(ticket);
        if (!subject.matches("[!-~]{5,60}")) {
            throw new IllegalArgumentException("not something to hold");
        }
    }

    public static String subject(SoldLine line) {
        return line.ticket() + "#" + line.line();
    }

    static void requireTicket(String ticket) {
        if (!ticket.matches("[A-Za-z0-9-]{8,64}")) {
            throw new IllegalArgumentException("not the token of a ticket");
        }
    }
}
