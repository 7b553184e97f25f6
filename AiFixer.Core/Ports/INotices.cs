using AiFixer.Core.Notices;

namespace AiFixer.Core.Ports;

/// <summary>Tells people something, one way. Never throws for what the other side does.</summary>
public interface INotices
{
    Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken);
}
