namespace AiFixer.Lark.Talk;

/// <summary>Rung when something is in the inbox.</summary>
internal sealed class InboxBell
{
    private readonly Room.RoomBell _bell = new();

    public void Ring() => _bell.Ring();

    public Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken) => _bell.WaitAsync(longest, time, cancellationToken);
}
