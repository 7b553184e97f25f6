using System.Globalization;
using System.Text;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Printing;
using AiFixer.Playground.Selectors;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>Streams changes, one JSON object a line, until the client or its timeout ends it.</summary>
internal sealed class WatchEndpoint(ControlPlane world, ChangeLog log, TablePrinter printer, TimeProvider time)
{
    public Result<Subscription> Open(ApiPath path, ApiCall call)
    {
        if (LabelSelector.Parse(call.Query("labelSelector")).Failed(out var error, out var labels))
            return error;
        if (FieldSelector.Parse(path.Type, call.Query("fieldSelector")).Failed(out error, out var fields))
            return error;
        if (call.Flag("sendInitialEvents"))
            return StatusError.Unprocessable("ListOptions.meta.k8s.io \"\" is invalid: sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled");
        var subscription = new Subscription(path.Type, path.Namespace, item => labels.Matches(item.Labels) && fields.Matches(item) && (path.Name is null || item.Name == path.Name));
        if (Start(subscription, path, call.Query("resourceVersion")) is { } refusal)
            return refusal;
        log.Subscribe(subscription);
        return subscription;
    }

    public void Close(Subscription subscription)
    {
        lock (world.Gate)
            log.Unsubscribe(subscription);
    }

    public async Task StreamAsync(Subscription subscription, ApiCall call, HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "application/json";
        await response.Body.FlushAsync(cancellation);
        var seconds = double.TryParse(call.Query("timeoutSeconds"), CultureInfo.InvariantCulture, out var asked) && asked > 0 ? Math.Min(asked, 3600) : 1800;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            await foreach (var change in subscription.Changes.ReadAllAsync(end.Token))
            {
                await response.Body.WriteAsync(Line(change, call), end.Token);
                await response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The end of every watch: the client left, its time is over, or the world stops.
        }
    }

    private StatusError? Start(Subscription subscription, ApiPath path, string? from)
    {
        var existing = world.Store.List(path.Type, path.Namespace);
        if (string.IsNullOrEmpty(from) || from == "0")
        {
            foreach (var item in existing)
                subscription.Offer(new(item.Version, ChangeKind.Added, item, item.Bytes));
            return null;
        }

        if (!long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return StatusError.BadRequest($"invalid resource version \"{from}\"");
        if (version < log.ForgottenUpTo)
            return new(410, "Expired", $"too old resource version: {version} ({log.ForgottenUpTo})");
        foreach (var item in existing.Where(item => item.CreatedVersion <= version))
            subscription.Know(item);
        foreach (var change in log.After(version))
            subscription.Offer(change);
        return null;
    }

    private byte[] Line(Change change, ApiCall call)
    {
        var type = change.Object.Type;
        var body = TablePrinter.IsWanted(call.Accept)
            ? JsonBytes.Of(printer.Print(type, [new ListItem(change.Bytes)], change.Version, call.Query("includeObject")))
            : Kinds.Named(type, change.Bytes);
        var head = Encoding.UTF8.GetBytes($"{{\"type\":\"{change.Kind.ToString().ToUpperInvariant()}\",\"object\":");
        return [.. head, .. body, (byte)'}', (byte)'\n'];
    }
}
