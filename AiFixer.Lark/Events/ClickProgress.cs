namespace AiFixer.Lark.Events;

/// <summary>How far a click is on its way to disk.</summary>
public sealed class ClickProgress
{
    private volatile ClickStage _stage;

    public ClickStage Stage => _stage;

    /// <summary>It is being written: whether it arrives is not known until it did.</summary>
    public void Begun() => _stage = ClickStage.Begun;

    /// <summary>It is on disk: it is acted on, whatever happens now.</summary>
    public void Kept() => _stage = ClickStage.Kept;
}
