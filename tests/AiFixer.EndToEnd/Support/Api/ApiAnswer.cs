namespace AiFixer.EndToEnd.Support;

/// <summary>What came back.</summary>
public sealed record ApiAnswer(int Code, string Body, string? ContentType)
{
    public bool IsTaken => Code is >= 200 and < 300;
}
