namespace AiFixer.Lark.Events;

/// <summary>
/// Takes what arrives from Lark, whichever way it came. When a call returns, what it took is on disk; when it throws, nothing
/// was taken and the platform sends it again.
/// </summary>
public interface ILarkEvents
{
    Task MessageAsync(LarkMessage message, CancellationToken cancellationToken);

    /// <param name="progress">Says how far it is, for whoever has to answer before it is decided.</param>
    Task<ClickAnswer> ClickAsync(LarkClick click, ClickProgress progress, CancellationToken cancellationToken);
}
