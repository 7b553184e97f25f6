namespace AiFixer.Lark.Events;

/// <summary>How a short answer looks.</summary>
public enum ToastKind
{
    Info,
    Success,
    Error,
    Warning,
}
