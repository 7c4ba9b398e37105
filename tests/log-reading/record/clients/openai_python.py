import logging
import os

import openai

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
client = openai.OpenAI(
    api_key=os.environ["API_KEY"], base_url=os.environ["BASE_URL"], max_retries=0, timeout=3
)
try:
    print(len(client.models.list().data), "models")
except openai.OpenAIError:
    logging.exception("the list of models failed")
