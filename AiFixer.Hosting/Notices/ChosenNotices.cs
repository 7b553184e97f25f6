using AiFixer.Core.Notices;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Notices;

/// <summary>A receiver that is told only what it wants to hear.</summary>
internal sealed class ChosenNotices(string name, NoticeChoice choice, INotices receiver) : INotices, IDisposable
{
    public Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken) => choice.Obstacle(notice) is { } obstacle
        ? Task.FromResult(new NoticeResult(false, $"{name} {obstacle}") { Wanted = false })
        : receiver.SendAsync(notice, cancellationToken);

    public void Dispose() => (receiver as IDisposable)?.Dispose();
}
