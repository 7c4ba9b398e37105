import os


def authorise():
    """The header in which each provider wants its key."""
    key = os.environ["API_KEY"]
    if os.environ["PROVIDER"] == "anthropic":
        return {"x-api-key": key, "anthropic-version": "2023-06-01"}
    if os.environ["PROVIDER"] == "google-gemini":
        return {"x-goog-api-key": key}
    return {"authorization": f"Bearer {key}"}
