using System.CommandLine;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Gateway.Commands;

/// <summary>Talks to a running service, with a key where it wants one.</summary>
internal sealed class ApiClient : IDisposable
{
    private const string UrlVariable = "AIFIXER_URL";
    private const string KeyVariable = "AIFIXER_KEY";
    private readonly HttpClient client;

    /// <param name="client">Knows the address of the service and the key.</param>
    internal ApiClient(HttpClient client) => this.client = client;

    public static Option<string> UrlOption() => new("--url")
    {
        Description = $"Where the service is; by default ${UrlVariable} or http://localhost:8080. Its key is read from ${KeyVariable} or the file that ${KeyVariable}_FILE names.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(UrlVariable) is { Length: > 0 } url ? url : "http://localhost:8080",
        Recursive = true,
    };

    public static ApiClient Open(string url) => Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? new(Client(address, Key()))
        : throw new ConfigurationException([$"--url: \"{url}\" is not an address such as http://localhost:8080"]);

    public Task<(JsonDocument? Body, string? Tag, string? Problem)> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, path), cancellationToken);

    /// <param name="tag">The ETag that was seen; the service refuses when it is another by now.</param>
    public Task<(JsonDocument? Body, string? Tag, string? Problem)> PostAsync(string path, string json, string? tag, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return SendAsync(request, cancellationToken);
    }

    /// <summary>Copies an answer as it comes.</summary>
    /// <returns>What is wrong; null when it is whole.</returns>
    public async Task<string?> CopyAsync(string path, Stream output, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return await ProblemAsync(answer, cancellationToken);
            await answer.Content.CopyToAsync(output, cancellationToken);
            return null;
        }
        catch (HttpRequestException e)
        {
            return $"{client.BaseAddress} does not answer: {e.Message}";
        }
        catch (IOException e)
        {
            return $"the answer was cut off: {e.Message}";
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<(JsonDocument? Body, string? Tag, string? Problem)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using (request)
            {
                using var answer = await client.SendAsync(request, cancellationToken);
                if (!answer.IsSuccessStatusCode)
                    return (null, null, await ProblemAsync(answer, cancellationToken));
                return (JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)), answer.Headers.ETag?.ToString(), null);
            }
        }
        catch (JsonException)
        {
            return (null, null, $"{client.BaseAddress} answers, and not as AiFixer does: is that its address?");
        }
        catch (HttpRequestException e)
        {
            return (null, null, $"{client.BaseAddress} does not answer: {e.Message}");
        }
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using var problem = JsonDocument.Parse(text);
            return problem.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.String
                ? detail.GetString()!
                : $"it answered {(int)answer.StatusCode}";
        }
        catch (JsonException)
        {
            return $"it answered {(int)answer.StatusCode}";
        }
    }

    private static HttpClient Client(Uri url, string? key)
    {
        var client = new HttpClient { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
        if (key is { Length: > 0 })
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static string? Key() => Environment.GetEnvironmentVariable(KeyVariable + "_FILE") is { Length: > 0 } file
        ? File.ReadAllText(file).Trim()
        : Environment.GetEnvironmentVariable(KeyVariable);
}
