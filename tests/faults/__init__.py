"""Each call to the system of a deed fails once, by order of `strace`: what may be lost, and what never."""
