package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	client := &http.Client{Timeout: 3 * time.Second}
	request, err := http.NewRequest("GET", os.Getenv("BASE_URL")+"/models", nil)
	if err != nil {
		log.Fatal(err)
	}
	switch os.Getenv("PROVIDER") {
	case "anthropic":
		request.Header.Set("x-api-key", os.Getenv("API_KEY"))
		request.Header.Set("anthropic-version", "2023-06-01")
	case "google-gemini":
		request.Header.Set("x-goog-api-key", os.Getenv("API_KEY"))
	default:
		request.Header.Set("Authorization", "Bearer "+os.Getenv("API_KEY"))
	}
	response, err := client.Do(request)
	if err != nil {
		log.Printf("listing models: %v", err)
		os.Exit(1)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	log.Printf("GET %s: %s: %s", request.URL, response.Status, body)
}
