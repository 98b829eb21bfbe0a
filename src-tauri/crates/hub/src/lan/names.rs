//! Under which names the laptop is known to devices: what they may say in `Host`, and which pages may connect.

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddrV4};

/// The port that an address does not have to name.
const PLAIN: u16 = 80;

/// An address as people type it.
pub(crate) fn typed(at: SocketAddrV4) -> String {
    if at.port() == PLAIN {
        at.ip().to_string()
    } else {
        at.to_string()
    }
}

/// The names of this moment, and those of before that pages may still have.
#[derive(Clone, Default)]
pub(crate) struct Names {
    hosts: BTreeSet<String>,
    origins: BTreeSet<String>,
}

impl Names {
    /// From now on the laptop listens here. What was an address before remains one that a page may come from.
    pub fn listens(&mut self, at: impl Iterator<Item = SocketAddrV4>) {
        self.hosts.clear();
        for at in at {
            let full = at.to_string();
            for name in [typed(at), full] {
                self.origins.insert(format!("http://{name}"));
                self.hosts.insert(name);
            }
        }
    }

    /// Whether this is what a device calls the laptop.
    pub fn is_host(&self, host: &[u8]) -> bool {
        std::str::from_utf8(host).is_ok_and(|host| self.hosts.contains(host))
    }

    /// Whether this is a page of the laptop.
    pub fn is_origin(&self, origin: &[u8]) -> bool {
        std::str::from_utf8(origin).is_ok_and(|origin| self.origins.contains(origin))
    }
}

/// An address of a network.
pub(crate) fn parse(address: &str) -> Option<Ipv4Addr> {
    address.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, SocketAddrV4};

    use super::Names;

    #[test]
    fn a_page_may_come_from_where_the_laptop_was() {
        let mut names = Names::default();
        let at = |last, port| SocketAddrV4::new(Ipv4Addr::new(10, 0, 0, last), port);
        names.listens([at(1, 80)].into_iter());
        for name in ["10.0.0.1", "10.0.0.1:80"] {
            assert!(names.is_host(name.as_bytes()));
            assert!(names.is_origin(format!("http://{name}").as_bytes()));
        }
        names.listens([at(2, 8080)].into_iter());
        assert!(
            !names.is_host(b"10.0.0.1")
                && !names.is_host(b"10.0.0.2")
                && names.is_host(b"10.0.0.2:8080")
        );
        assert!(names.is_origin(b"http://10.0.0.1") && names.is_origin(b"http://10.0.0.2:8080"));
        for wrong in [
            "http://10.0.0.2",
            "https://10.0.0.1",
            "null",
            "",
            "http://10.0.0.1.evil",
            "HTTP://10.0.0.1",
        ] {
            assert!(!names.is_origin(wrong.as_bytes()), "{wrong}");
        }
    }
}
