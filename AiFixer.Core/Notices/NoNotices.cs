using AiFixer.Core.Ports;

namespace AiFixer.Core.Notices;

/// <summary>There is nobody to tell.</summary>
public sealed class NoNotices : INotices
{
    private NoNotices()
    {
    }

    public static NoNotices Instance { get; } = new();

    public Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken) =>
        Task.FromResult(new NoticeResult(false, "no notices are set up: Notices:Webhook:Url, Notifiers:LarkBot:Url or Notifiers:Telegram:Token says where they go"));
}
