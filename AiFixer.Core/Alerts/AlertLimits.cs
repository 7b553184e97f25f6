namespace AiFixer.Core.Alerts;

/// <summary>How much of a sender's text is kept. What is cut is marked where it was cut.</summary>
public static class AlertLimits
{
    public const int Name = 200;
    public const int Summary = 2_000;
    public const int Description = 16_000;
    public const int LabelName = 200;
    public const int LabelValue = 4_000;
    public const int AnnotationValue = 16_000;
    public const int Labels = 100;
    public const int Link = 2_000;

    /// <summary>How many bytes of an alert that could not be mapped are kept: no more than the strictest store takes.</summary>
    public const int RawPayload = 64 * 1024;
}
