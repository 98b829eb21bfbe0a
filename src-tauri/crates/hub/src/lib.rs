//! The side that speaks HTTP: the desk on loopback, and later the tables on the LAN.
