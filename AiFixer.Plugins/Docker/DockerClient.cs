using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Hosting;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Docker;

/// <summary>Talks to one Docker Engine over its socket: within its time and its circuit, in the engine's own version of the API.</summary>
internal sealed class DockerClient(string name, DockerConnectionOptions options, Circuit circuit, TimeProvider time) : IDisposable
{
    private const int MaxAnswer = 4 * 1024 * 1024;
    private readonly HttpClient http = DockerSocket.Client(options.Socket, MaxAnswer);
    private string? version;

    public DockerConnectionOptions Options => options;

    public Circuit Circuit => circuit;

    public async Task<DockerResult<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var sent = await SendAsync(HttpMethod.Get, path, options.RequestTimeout, static () => true, cancellationToken);
        return sent.Failed(out var error, out var body) ? new(error) : Read(body, type);
    }

    /// <summary>One JSON object a line.</summary>
    public async Task<DockerResult<List<T>>> LinesAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var sent = await SendAsync(HttpMethod.Get, path, options.RequestTimeout, static () => true, cancellationToken);
        if (sent.Failed(out var error, out var body))
            return new(error);
        var lines = new List<T>();
        foreach (var line in Encoding.UTF8.GetString(body).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Read(Encoding.UTF8.GetBytes(line), type).Failed(out error, out var value))
                return new(error);
            lines.Add(value);
        }

        return new(lines);
    }

    public Task<DockerResult<byte[]>> PostAsync(string path, Func<bool> mayLeave, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, options.RequestTimeout + options.StopTimeout, mayLeave, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<DockerResult<byte[]>> SendAsync(
        HttpMethod method, string path, TimeSpan atMost, Func<bool> mayLeave, CancellationToken cancellationToken)
    {
        if (!circuit.TryEnter())
            return new(new DockerError($"Docker '{name}' was not asked: it is taken for dead until {circuit.Status.RetryAt:HH:mm:ss}: {circuit.Status.LastError}", Left: false));
        using var deadline = new CallDeadline(atMost, time, cancellationToken);
        // Also a POST without a body has one, for the framework would send it again by itself.
        using var content = method == HttpMethod.Get ? null : new TrackedContent([], null, mayLeave);
        try
        {
            var api = version ??= await VersionAsync(deadline.Token);
            using var message = new HttpRequestMessage(method, $"/v{api}{path}") { Content = content };
            using var response = await http.SendAsync(message, deadline.Token);
            var body = await response.Content.ReadAsByteArrayAsync(deadline.Token);
            circuit.Answered();
            return response.IsSuccessStatusCode ? new(body) : new(DockerErrors.Of(name, (int)response.StatusCode, body));
        }
        catch (KeptBack e)
        {
            circuit.Abandoned();
            return new(new DockerError($"Docker '{name}' was not asked: {e.Message}", Left: false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            circuit.Failed("did not answer in time", timedOut: true);
            return new(new DockerError($"Docker '{name}' did not answer within {atMost.TotalSeconds:0.#} s", Left: content is { Left: true }));
        }
        catch (HttpRequestException e)
        {
            var why = OutsideText.Line(e.GetBaseException().Message, 300);
            circuit.Failed(why, timedOut: false);
            return new(new DockerError(
                $"Docker '{name}' could not be reached: {why}", Left: content is { Left: true }));
        }
        catch (Exception)
        {
            circuit.Abandoned();
            throw;
        }
    }

    /// <summary>An engine answers every version up to its own, and fewer and fewer of the old ones.</summary>
    private async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync("/_ping", cancellationToken);
        var said = response.Headers.TryGetValues("Api-Version", out var values) ? values.First() : "";
        return Version.TryParse(said, out var parsed) && parsed.Build < 0 ? said : throw new HttpRequestException("it does not say which version of the API it has");
    }

    private DockerResult<T> Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) is { } value ? new(value) : new(Unreadable("nothing"));
        }
        catch (JsonException e)
        {
            return new(Unreadable(e.Message));
        }
    }

    private DockerError Unreadable(string why) => new($"Docker '{name}' sent what cannot be read: {OutsideText.Line(why, 200)}");
}
