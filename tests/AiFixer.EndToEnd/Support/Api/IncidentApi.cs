using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Support;

/// <summary>The service's HTTP API.</summary>
public sealed class IncidentApi(Uri address, TimeSpan patience, HttpMessageHandler? handler = null) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient http = new(handler ?? new SocketsHttpHandler()) { BaseAddress = address, Timeout = patience };

    public async Task<int> StatusAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return (int)answer.StatusCode;
    }

    public async Task<ApiAnswer> GetAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return await ReadAsync(answer);
    }

    public async Task<ApiAnswer> PostAsync(string path, string body, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var answer = await http.PostAsync(path, content);
        return await ReadAsync(answer);
    }

    /// <summary>An alert to the webhook, with the incident it belongs to when it was taken.</summary>
    public async Task<(ApiAnswer Answer, string? Incident)> AlertAsync(string body)
    {
        var answer = await PostAsync("webhooks/alertmanager", body);
        if (!answer.IsTaken)
            return (answer, null);
        using var json = JsonDocument.Parse(answer.Body);
        return (answer, json.RootElement.GetProperty("alerts")[0].GetProperty("incident").GetString());
    }

    public Task<ApiAnswer> DecideAsync(string incident, string decision, string? card = null, string? reason = null) =>
        PostAsync($"api/v1/incidents/{incident}/{decision}", Decision(card, reason));

    public Task<IncidentView> IncidentAsync(string id) => ReadAsync<IncidentView>($"api/v1/incidents/{id}");

    /// <summary>Every incident there is, page by page.</summary>
    public async Task<IReadOnlyList<IncidentLine>> AllAsync(string query = "")
    {
        var all = new List<IncidentLine>();
        string? before = null;
        do
        {
            var page = await ReadAsync<IncidentPageView>($"api/v1/incidents?limit=200{query}{(before is null ? "" : $"&before={before}")}");
            all.AddRange(page.Items);
            before = page.Next;
        }
        while (before is not null);
        return all;
    }

    /// <summary>The incident, once it is as wanted.</summary>
    public Task<IncidentView> WhenAsync(string id, Func<IncidentView, bool> wanted, string what, TimeSpan? limit = null) =>
        Eventually.ValueAsync(
            async () =>
            {
                var incident = await IncidentAsync(id);
                return wanted(incident) ? incident : throw new InvalidOperationException($"It is {incident.Status}: {incident.Escalation?.Reason}");
            },
            what,
            limit);

    public Task<IncidentView> WhenStatusAsync(string id, string status, TimeSpan? limit = null) =>
        WhenAsync(id, incident => incident.Status == status, $"{id} is {status}", limit);

    public void Dispose() => http.Dispose();

    private async Task<T> ReadAsync<T>(string path)
        where T : class =>
        await http.GetFromJsonAsync<T>(path, Json) ?? throw new InvalidOperationException($"{path} is empty.");

    private static async Task<ApiAnswer> ReadAsync(HttpResponseMessage answer) =>
        new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);

    private static string Decision(string? card, string? reason)
    {
        var fields = new Dictionary<string, string>();
        if (card is not null)
            fields["card"] = card;
        if (reason is not null)
            fields["reason"] = reason;
        return JsonSerializer.Serialize(fields);
    }
}
