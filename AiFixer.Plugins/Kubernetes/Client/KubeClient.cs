using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiFixer.Plugins.Kubernetes.Lists;
using Polly;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A cluster's API, typed.</summary>
internal sealed class KubeClient(KubeConnection connection, TimeProvider time) : IDisposable
{
    private const int PageSize = 500;
    private const int PagesReadAtOnce = 2;
    private delegate T? BodyReader<T>(ReadOnlySpan<byte> body);

    private delegate KubeList<T>? PageReader<T>(ReadOnlySpan<byte> page);

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

    /// <summary>
    /// All pages, up to a number of items; a token that expired on the way starts the list over once. While pages are read the next one
    /// comes already.
    /// </summary>
    public Task<KubeResult<KubeItems<T>>> ListAsync<T>(
        string path, string query, JsonTypeInfo<KubeList<T>> type, int atMost, CancellationToken cancellationToken) =>
        ListAsync(path, query, page => JsonSerializer.Deserialize(page, type), atMost, cancellationToken);

    /// <summary>Of pods there are many: see <see cref="PodListReader"/> for what is read of each.</summary>
    public Task<KubeResult<KubeItems<Pod>>> ListPodsAsync(string path, string query, int atMost, CancellationToken cancellationToken) =>
        ListAsync(path, query, page => new PodListReader().Read(page), atMost, cancellationToken);

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

    private async Task<KubeResult<KubeItems<T>>> ListAsync<T>(
        string path, string query, PageReader<T> reader, int atMost, CancellationToken cancellationToken)
    {
        var result = await PagesAsync(path, query, reader, atMost, cancellationToken);
        return result.Error is { IsExpired: true } ? await PagesAsync(path, query, reader, atMost, cancellationToken) : result;
    }

    private async Task<KubeResult<KubeItems<T>>> PagesAsync<T>(
        string path, string query, PageReader<T> reader, int atMost, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (items, token, asked) = (new List<T>(), "", 0);
        var reading = new Queue<Task<KubeResult<KubeList<T>>>>();
        Task<KubeResult<KubeAnswer>>? ahead = null;
        try
        {
            do
            {
                var page = await (ahead ?? PageAsync(path, query, atMost - items.Count, token, stop.Token));
                asked += PageSize;
                var next = page.Value is { } answer && ListHead.Continue(answer.Body) is { } found && found != token ? found : null;
                ahead = next is not null && asked < atMost ? PageAsync(path, query, atMost - asked, next, stop.Token) : null;
                reading.Enqueue(Task.Run(() => Read<KubeList<T>>(page, body => reader(body)), CancellationToken.None));
                var last = "";
                while (reading.Count > (ahead is null ? 0 : PagesReadAtOnce - 1))
                {
                    if ((await reading.Dequeue()).Failed(out var error, out var list))
                        return new(error);
                    items.AddRange(list.Items ?? []);
                    last = list.Metadata?.Continue ?? "";
                }

                if (ahead is null && last.Length > 0 && last == token)
                    return new(new KubeError(KubeFailure.Unreadable, $"cluster '{connection.Name}' answers a list that leads back to itself"));
                token = ahead is null ? last : next!;
            }
            while (token.Length > 0 && items.Count < atMost);

            return new(new KubeItems<T>(items, token.Length > 0));
        }
        finally
        {
            // What was asked for ahead and is not wanted any more; what is being read holds a buffer that is not ours.
            await stop.CancelAsync();
            await Task.WhenAll(reading);
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
        where T : class =>
        Read(result, body => JsonSerializer.Deserialize(body, type));

    private KubeResult<T> Read<T>(KubeResult<KubeAnswer> result, BodyReader<T> reader)
        where T : class
    {
        if (result.Failed(out var error, out var answer))
            return new(error);
        using var lent = answer;
        try
        {
            return reader(answer.Body) is { } value ? new(value) : Unreadable("nothing");
        }
        catch (JsonException e)
        {
            return Unreadable(e.Message);
        }

        KubeResult<T> Unreadable(string what) =>
            new(new KubeError(KubeFailure.Unreadable, $"cluster '{connection.Name}' answered with something else than JSON of its API: {what}"));
    }
}
