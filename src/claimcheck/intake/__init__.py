"""Bringing documents in: files and addresses of any kind to sources with their original bytes kept."""
