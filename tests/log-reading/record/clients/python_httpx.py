import logging
import os

import httpx
from authorise import authorise

logging.basicConfig(level=logging.INFO)
try:
    response = httpx.get(os.environ["BASE_URL"] + "/models", headers=authorise(), timeout=3)
    response.raise_for_status()
except httpx.HTTPError as error:
    logging.error("request failed: %s", error, exc_info=True)
