import os

import anthropic

client = anthropic.Anthropic(
    api_key=os.environ["API_KEY"],
    base_url=os.environ["BASE_URL"].removesuffix("/v1"),
    max_retries=0,
    timeout=3,
)
print(len(client.models.list().data), "models")
