using AiFixer.Core.Secrets;

namespace AiFixer.Tests.Core.Secrets;

public sealed class KnownSecretsTests
{
    [Fact]
    public void What_was_configured_is_masked_whatever_it_looks_like_and_the_longest_first()
    {
        var (part, whole) = ("quite-a-plain-word", "quite-a-plain-word-and-more");
        KnownSecrets.Add([part, whole, "short"]);

        SecretText.Masked($"They said {whole} twice, {part} and short.").ShouldBe("They said *** twice, *** and short.");
        SecretText.IsIn($"x{part}x").ShouldBeTrue();
    }
}
