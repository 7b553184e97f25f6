using System.Text.Json;
using AiFixer.Core.Secrets;

namespace AiFixer.Tests.Core.Secrets;

public sealed class SecretJsonTests
{
    [Theory]
    [InlineData("""{"a":{"password":"hunter2hunter2"}}""", """{"a":{"password":"***"}}""")]
    [InlineData("""["Bearer abcdefgh12345678abcdefgh","x"]""", """["Bearer ***","x"]""")]
    [InlineData("""{"env":[{"name":"DB_PASSWORD","value":"plain word"},{"name":"DB_HOST","value":"db"}]}""", """{"env":[{"name":"DB_PASSWORD","value":"***"},{"name":"DB_HOST","value":"db"}]}""")]
    [InlineData("""{"line":"{\"token\":\"hunter2hunter2\"}"}""", """{"line":"{\"token\":\"***\"}"}""")]
    [InlineData("""{"text":"https://u:hunter2@example.org"}""", """{"text":"https://u:***@example.org"}""")]
    [InlineData("""{"text":"https://u:hunter2\u0040example.org"}""", """{"text":"https://u:***@example.org"}""")]
    [InlineData("""{"\u0070assword":"hunter2hunter2"}""", """{"password":"***"}""")]
    [InlineData("\"postgres://u:hunter2\\u0040db\"", "\"postgres://u:***@db\"")]
    public void What_is_JSON_stays_JSON(string text, string masked)
    {
        SecretJson.Masked(text).ShouldBe(masked);
        Should.NotThrow(() => JsonDocument.Parse(SecretJson.Masked(text)).Dispose());
    }

    [Theory]
    [InlineData("""{"token":12345,  "key": true}""")]
    [InlineData("""{ "secretName": "db-creds", "tokens_in": 7 }""")]
    [InlineData("""{"message":"secret \"db-creds\" not found"}""")]
    public void What_holds_none_is_the_same_to_the_byte(string text) => SecretJson.Masked(text).ShouldBe(text);

    [Fact]
    public void What_is_no_JSON_is_masked_as_text() =>
        SecretJson.Masked("{ password=hunter2hunter2").ShouldBe("{ password=***");

    [Fact]
    public void The_same_name_twice_is_no_trouble() =>
        SecretJson.Masked("""{"a":1,"a":2,"token":"hunter2hunter2"}""").ShouldNotContain("hunter2");
}
