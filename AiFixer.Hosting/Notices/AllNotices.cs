using System.Collections.Concurrent;
using AiFixer.Core.Notices;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Notices;

/// <summary>
/// Tells everybody who is to be told. Told is what all have who want it, and nothing is told that nobody wants; when it is sent
/// again, those who have it are left alone, as far as this process remembers.
/// </summary>
internal sealed class AllNotices(IReadOnlyList<INotices> all) : INotices, IDisposable
{
    private const int MostRemembered = 1_000;
    private readonly ConcurrentDictionary<(string Notice, int Receiver), string> told = [];

    public async Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (all.Count == 0)
            return await NoNotices.Instance.SendAsync(notice, cancellationToken);
        var results = await Task.WhenAll(all.Select((_, receiver) => SendAsync(notice, receiver, cancellationToken)));
        var details = string.Join("; ", results.Select(result => result.Details));
        var wanted = results.Where(result => result.Wanted).ToList();
        if (wanted.Count == 0)
            return new(false, $"nobody is told of this: {details}");
        var missing = wanted.Where(result => !result.Delivered).ToList();
        if (missing.Count == 0)
            Forget(notice);
        return new(missing.Count == 0, details, missing.Count > 0 && missing.All(result => result.Retryable));
    }

    public void Dispose()
    {
        foreach (var one in all.OfType<IDisposable>())
            one.Dispose();
    }

    private async Task<NoticeResult> SendAsync(Notice notice, int receiver, CancellationToken cancellationToken)
    {
        if (told.TryGetValue((notice.Id, receiver), out var before))
            return new(true, before);
        var result = await all[receiver].SendAsync(notice, cancellationToken);
        if (result.Delivered && told.Count < MostRemembered)
            told[(notice.Id, receiver)] = result.Details;
        return result;
    }

    private void Forget(Notice notice)
    {
        for (var receiver = 0; receiver < all.Count; receiver++)
            told.TryRemove((notice.Id, receiver), out _);
    }
}
