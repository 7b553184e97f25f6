namespace AiFixer.Lark.Events;

/// <summary>Where a click is on its way.</summary>
public enum ClickStage
{
    /// <summary>Nothing of it was written: it changes nothing.</summary>
    Looked,

    /// <summary>It may be on disk.</summary>
    Begun,

    /// <summary>It is on disk.</summary>
    Kept,
}
