import os

import requests
from authorise import authorise

response = requests.get(os.environ["BASE_URL"] + "/models", headers=authorise(), timeout=3)
response.raise_for_status()
print(len(response.json()), "fields")
