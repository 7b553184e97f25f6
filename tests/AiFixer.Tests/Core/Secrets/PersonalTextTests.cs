using AiFixer.Core.Secrets;

namespace AiFixer.Tests.Core.Secrets;

public sealed class PersonalTextTests
{
    [Theory]
    [InlineData("mail anna.lee+x@example.co.uk now", "mail [mail] now")]
    [InlineData("call +86 138 1234 5678 now", "call [phone] now")]
    [InlineData("phone: 13812345678", "phone: [phone]")]
    [InlineData("""{"mobile":"13812345678"}""", """{"mobile":"[phone]"}""")]
    [InlineData("电话：010 8888 6666", "电话：[phone]")]
    [InlineData("card 4111 1111 1111 1111 ok", "card [card] ok")]
    [InlineData("id 11010519491231002X end", "id [id] end")]
    public void What_is_about_a_person_is_masked(string text, string expected) => PersonalText.Masked(text).ShouldBe(expected);

    [Theory]
    [InlineData("memory 17179869184 bytes at 1767263525000000000")]
    [InlineData("image registry.local/web@sha256:9f3c2ab")]
    [InlineData("10.0.12.7:5432 answered in 13812 ms")]
    [InlineData("""{"bytes":17179869184,"at":1767263525123}""")]
    [InlineData("pod web-7f9c4d5b6-x2k4q restarted 17 times")]
    public void What_machines_say_stays(string text) => PersonalText.Masked(text).ShouldBe(text);
}
