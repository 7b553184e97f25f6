namespace AiFixer.Core.Analysis.Claims;

/// <summary>What the words before a number say about it.</summary>
internal static class NumberWords
{
    private static readonly HashSet<string> About = ["about", "around", "roughly", "nearly", "almost", "approximately", "some", "~", "≈", "大约", "约", "近"];
    private static readonly HashSet<string> Above = ["above", "over", "than", "exceeds", "exceeded", "exceeding", "least", ">", ">=", "≥", "超过", "高于"];
    private static readonly HashSet<string> Below = ["below", "under", "most", "<", "<=", "≤", "低于", "不到"];
    private static readonly HashSet<string> Window = ["last", "past", "within", "every", "first", "next", "previous"];

    public static Bound BoundOf(string before, string beforeThat) => before switch
    {
        _ when About.Contains(before) => Bound.About,
        "than" when beforeThat is "less" or "fewer" or "lower" => Bound.Below,
        _ when Above.Contains(before) => Bound.Above,
        _ when Below.Contains(before) => Bound.Below,
        _ => Bound.Exact,
    };

    /// <summary>"in the last 10 minutes" says over what somebody looked, and nothing about what was seen.</summary>
    public static bool IsWindow(string before) => Window.Contains(before);
}
