"""Bad input and bad luck: a clear answer or a deliberate silence, never an exception, never two tickets."""
