package fr.lamine.hardware.scale.nci;

import fr.lamine.hardware.scale.ScaleReading.Basis;

/// The status bytes of SCP-01, four bits in each.
///
/// @param bytes two, or three when bit 6 of the second says so
record NciStatus(String bytes) {

    boolean isMoving() {
        return bit(0, 0);
    }

    boolean isUnder() {
        return bit(1, 0);
    }

    boolean isOver() {
        return bit(1, 1);
    }

    /// Memory, calibration or the zero at switching on.
    boolean isFaulty() {
        return bit(0, 2) || bit(0, 3) || bit(1, 2) || bit(1, 3) || bit(2, 3);
    }

    Basis basis() {
        if (bytes.length() < 3) {
            return Basis.UNSTATED;
        }
        return bit(2, 2) ? Basis.NET : Basis.GROSS;
    }

    private boolean bit(int index, int bit) {
        return index < bytes.length() && (bytes.charAt(index) >> bit & 1) != 0;
    }
}
