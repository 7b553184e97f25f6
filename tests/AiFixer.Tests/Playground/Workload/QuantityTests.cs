using AiFixer.Playground.Json;

namespace AiFixer.Tests.Playground.Workload;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("100m", 0.1)]
    [InlineData("1", 1)]
    [InlineData("1.5", 1.5)]
    [InlineData("128Mi", 134217728)]
    [InlineData("128M", 128000000)]
    [InlineData("1e3", 1000)]
    [InlineData("12345678n", 0.012345678)]
    [InlineData("1E", 1e18)]
    public void Reads_what_kubernetes_writes(string text, double amount) => Quantity.Parse(text).ShouldBe((decimal)amount);

    [Theory]
    [InlineData("")]
    [InlineData("Mi")]
    [InlineData("1 Mi")]
    [InlineData("1mi")]
    [InlineData("0x10")]
    [InlineData(null)]
    public void Refuses_everything_else(string? text) => Quantity.Parse(text).ShouldBeNull();
}
