namespace AiFixer.Lark.Events;

/// <summary>
/// Takes what arrives from Lark, whichever way it came. When a call returns, what it took is on disk; when it throws, nothing
/// was taken and the platform sends it again.
/// </summary>
public interface ILarkEvents
{
    Task MessageAsync(LarkMessage message, CancellationToken cancellationToken);

    Task<ClickAnswer> ClickAsync(LarkClick click, CancellationToken cancellationToken);
}
