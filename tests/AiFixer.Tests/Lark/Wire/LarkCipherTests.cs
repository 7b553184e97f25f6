using System.Text;
using AiFixer.Lark.Wire;
using AiFixer.Playground.Lark.Push;

namespace AiFixer.Tests.Lark.Wire;

public sealed class LarkCipherTests
{
    public const string Key = "test key";

    public const string EncryptedChallenge =
        "AAECAwQFBgcICQoLDA0ODw9mLTIAZS9jAmGTQ1wAhHp7T0KSqa6xlIO2zHinxKSs1K4/7o0J6jqt9tlbOFlHae7/cvXLvNi4ZpCEt5KzcrL1tjJXRzgeOikjXBgef8ne";

    [Theory]
    [InlineData("P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=", "hello world")]
    [InlineData(EncryptedChallenge, """{"challenge":"ajls384kdjxxxx","token":"xxxxxx","type":"url_verification"}""")]
    public void What_the_platform_documents_opens(string encrypted, string plain) =>
        Encoding.UTF8.GetString(LarkCipher.Open(encrypted, Key)!).ShouldBe(plain);

    [Theory]
    [InlineData("")]
    [InlineData("no base64 at all")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==")]
    [InlineData("P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw9mLTIAZS9jAmGTQ1wAhHo=")]
    public void What_is_not_encrypted_with_our_key_does_not(string encrypted) => LarkCipher.Open(encrypted, Key).ShouldBeNull();

    [Fact]
    public void Another_key_does_not_open_it() =>
        (LarkCipher.Open(EventCipher.Encrypt("""{"a":1}""", "another"), Key) is { } plain ? Encoding.UTF8.GetString(plain) : "").ShouldNotContain("\"a\"");

    [Fact]
    public void What_the_practice_platform_encrypts_opens() =>
        Encoding.UTF8.GetString(LarkCipher.Open(EventCipher.Encrypt("内存 97%", Key), Key)!).ShouldBe("内存 97%");
}
