"""How the official report is put together from frozen content: values in, words out."""
