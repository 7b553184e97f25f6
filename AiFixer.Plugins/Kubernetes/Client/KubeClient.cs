using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A cluster's API, typed.</summary>
internal sealed class KubeClient(KubeConnection connection, TimeProvider time) : IDisposable
{
    private const int PageSize = 500;
    private readonly ResiliencePipeline<KubeResult<KubeAnswer>> reads = ReadPolicy.Create(connection.Patience, time);

    public KubeConnection Connection => connection;

    public async Task<KubeResult<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        Read(await AskAsync(KubeRequest.Get(path), cancellationToken), type);

    public async Task<KubeResult<string>> TextAsync(string path, CancellationToken cancellationToken)
    {
        if ((await AskAsync(KubeRequest.Get(path), cancellationToken)).Failed(out var error, out var answer))
            return new(error);
        using (answer)
            return new(Encoding.UTF8.GetString(answer.Body));
    }

    /// <summary>All pages, up to a number of items; a token that expired on the way starts the list over once.</summary>
    public async Task<KubeResult<KubeItems<T>>> ListAsync<T>(
        string path, string query, JsonTypeInfo<KubeList<T>> type, int atMost, CancellationToken cancellationToken)
    {
        var result = await PagesAsync(path, query, type, atMost, cancellationToken);
        return result.Error is { IsExpired: true } ? await PagesAsync(path, query, type, atMost, cancellationToken) : result;
    }

    /// <summary>What a write would make, without making it.</summary>
    public async Task<KubeResult<T>> TryWriteAsync<T>(WritePayload write, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        Read(await AskAsync(write.ToRequest(dryRun: true), cancellationToken), type);

    /// <summary>Whether a deletion would be let through. Asked once: a disruption budget says no with the code of throttling.</summary>
    public async Task<KubeError?> TryDeleteAsync(WritePayload write, CancellationToken cancellationToken)
    {
        return Taken(await connection.SendAsync(write.ToRequest(dryRun: true), cancellationToken));
    }

    /// <summary>Sends a write, once.</summary>
    public async Task<KubeError?> WriteAsync(WritePayload write, PluginCall call, CancellationToken cancellationToken)
    {
        return Taken(await connection.SendAsync(
            write.ToRequest(dryRun: false) with { ActionId = call.ActionId, MayLeave = call.MayLeave }, cancellationToken));
    }

    /// <summary>A question that is put as a POST.</summary>
    public async Task<KubeResult<T>> ReviewAsync<T>(string path, T question, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        Read(await AskAsync(
            new(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(question, type), "application/json") { ChangesNothing = true },
            cancellationToken), type);

    public void Dispose() => connection.Dispose();

    private async Task<KubeResult<KubeItems<T>>> PagesAsync<T>(
        string path, string query, JsonTypeInfo<KubeList<T>> type, int atMost, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (items, token) = (new List<T>(), "");
        Task<KubeResult<KubeAnswer>>? ahead = null;
        try
        {
            do
            {
                var page = await (ahead ?? PageAsync(path, query, atMost - items.Count, token, stop.Token));
                ahead = page.Value is { } answer && ListHead.Continue(answer.Body) is { } next && next != token && items.Count + PageSize < atMost
                    ? PageAsync(path, query, atMost - items.Count - PageSize, next, stop.Token)
                    : null;
                if (Read(page, type).Failed(out var error, out var list))
                    return new(error);
                items.AddRange(list.Items ?? []);
                if (list.Metadata?.Continue is { Length: > 0 } again && again == token)
                    return new(new KubeError(KubeFailure.Unreadable, $"cluster '{connection.Name}' answers a list that leads back to itself"));
                token = list.Metadata?.Continue ?? "";
            }
            while (token.Length > 0 && items.Count < atMost);

            return new(new KubeItems<T>(items, token.Length > 0));
        }
        finally
        {
            // What was asked for ahead and is not wanted any more.
            await stop.CancelAsync();
        }
    }

    private Task<KubeResult<KubeAnswer>> PageAsync(string path, string query, int most, string token, CancellationToken cancellationToken) => AskAsync(
        KubeRequest.Get($"{path}?limit={Math.Min(PageSize, most)}{query}{(token.Length == 0 ? "" : $"&continue={Uri.EscapeDataString(token)}")}"),
        cancellationToken);

    private async Task<KubeResult<KubeAnswer>> AskAsync(KubeRequest request, CancellationToken cancellationToken) =>
        Judge(await reads.ExecuteAsync(
            async ct => await connection.SendAsync(request, ct), cancellationToken));

    /// <summary>Null when the API took a write, and says so in its own words: a login page is a success too, of something else.</summary>
    private KubeError? Taken(KubeResult<KubeAnswer> result) => Read(Judge(result), KubeJson.Default.KubeKind) is var read && read.Error is { } error
        ? error
        : read.Value!.IsThere ? null : new(KubeFailure.Unreadable, $"cluster '{connection.Name}' answered with something else than an object of its API");

    private KubeResult<KubeAnswer> Judge(KubeResult<KubeAnswer> result)
    {
        if (result.Value is not { IsSuccess: false } answer)
            return result;
        using (answer)
            return new(KubeErrors.From(connection.Name, answer));
    }

    private KubeResult<T> Read<T>(KubeResult<KubeAnswer> result, JsonTypeInfo<T> type)
        where T : class
    {
        if (result.Failed(out var error, out var answer))
            return new(error);
        using var lent = answer;
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) is { } value ? new(value) : Unreadable("nothing");
        }
        catch (JsonException e)
        {
            return Unreadable(e.Message);
        }

        KubeResult<T> Unreadable(string what) =>
            new(new KubeError(KubeFailure.Unreadable, $"cluster '{connection.Name}' answered with something else than JSON of its API: {what}"));
    }
}
