"""The window: pages, dialogs and what they share. The only folder that knows Qt."""
