using AiFixer.Core.Secrets;

namespace AiFixer.Llm.Masking;

/// <summary>Everything that leaves for a model goes through here.</summary>
internal static class Outgoing
{
    public static string Masked(string text) => PersonalText.Masked(SecretText.Masked(text));
}
