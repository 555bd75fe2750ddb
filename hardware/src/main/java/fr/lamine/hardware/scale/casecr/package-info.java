/// The ECR protocol of CAS price-computing scales (AP, ER, PD, SW), also spoken by Ohaus Aviator. The driver says ENQ
/// and
/// the scale ACK, the driver DC1 and the scale its weight: SOH STX, `S` or `U`, the sign (`F` for overload), six
/// characters, the unit, a checksum, ETX EOT. It has no command for zero or tare.
///
/// Sources: CAS AP-1/PD-II user manuals, *ECR interface* (https://www.globalcas.com); Ohaus Aviator service manual
/// (https://www.ohaus.com).
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.casecr;
