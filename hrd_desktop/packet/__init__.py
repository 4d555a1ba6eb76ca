"""Paper: page, fonts, text in every script, one function per packet block, writer."""
