using System.Text;
using System.Text.Json;
using LookoutVision.Files;

namespace LookoutVision.Tests.Files;

public class JsonInputTests
{
    [Theory]
    [InlineData("""{"a":{"b":["\ud800"]}}""")]
    [InlineData("""{"\udfff":1}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":[{"b":1,"b":2}]}""")]
    [InlineData("""{"a":""")]
    [InlineData("")]
    public void WhatWouldFailLaterFailsAtOnceAndAsNoJson(string text) =>
        Assert.ThrowsAny<JsonException>(() => JsonInput.Parse(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public void BytesThatAreNoUtf8AreNoJson(byte wrong) =>
        Assert.ThrowsAny<JsonException>(() => JsonInput.Parse([(byte)'[', (byte)'"', wrong, (byte)'"', (byte)']']));

    [Fact]
    public void AsManyLevelsAsAnyoneWouldNestAreReadAndMoreAreRefused()
    {
        Assert.NotNull(JsonInput.Parse(Encoding.UTF8.GetBytes(new string('[', 64) + new string(']', 64))));
        Assert.ThrowsAny<JsonException>(() => JsonInput.Parse(Encoding.UTF8.GetBytes(new string('[', 100_000))));
    }

    [Fact]
    public void TextOfAllLanguagesIsRead() =>
        Assert.Equal("Größe 🔩", (string?)JsonInput.Parse(Encoding.UTF8.GetBytes("""{"a":"Größe \ud83d\udd29"}"""))!["a"]);
}
