using AiFixer.Core.Secrets;
using AiFixer.Llm.Prompts;

namespace AiFixer.Llm.Masking;

/// <summary>Everything of others that leaves for a model goes through here.</summary>
internal static class Outgoing
{
    /// <summary>Looking for secrets in what is far beyond the limit would cost time and change nothing.</summary>
    private const int LookedAt = 4;

    /// <summary>Masked before it is cut, so that no cut hides half a secret from the mask.</summary>
    public static string Fenced(string label, string text, int limit)
    {
        var near = text.Length > limit * LookedAt ? text[..(limit * LookedAt)] : text;
        return Fence.Around(label, Masked(near), limit);
    }

    public static string Masked(string text) => PersonalText.Masked(SecretText.Masked(text));
}
