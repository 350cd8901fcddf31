using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Service.Model;

namespace LookoutVision.Service.Validation;

/// <summary>Holds an operation's input to the service's limits. A body that is no JSON is not looked at.</summary>
internal sealed class InputValidator
{
    private readonly List<InputFault> _faults = [];

    /// <summary>All that is wrong with an input; null stands for an absent member.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its members by their names, wherever they travel.</param>
    /// <param name="optional">A required member that may be absent all the same.</param>
    public static IReadOnlyList<InputFault> Validate(ServiceOperation operation, JsonObject input, string? optional = null)
    {
        var validator = new InputValidator();
        validator.Structure(
            MemberPath.Input,
            input,
            [.. operation.Input.Where(m => m.Location != MemberLocation.RawBody).Select(m => new ShapeMember(m.Name, m.Shape, m.IsRequired && m.Name != optional))]);
        return validator._faults;
    }

    /// <exception cref="ValidationException">The service would not take the input; the message names every fault.</exception>
    public static void Require(ServiceOperation operation, JsonObject input)
    {
        var faults = Validate(operation, input).Select(f => f.ServiceMessage).OfType<string>().ToList();
        if (faults.Count > 0)
        {
            throw new ValidationException(
                $"{faults.Count} validation error{(faults.Count == 1 ? "" : "s")} detected: {string.Join("; ", faults)}");
        }
    }

    private void Structure(MemberPath path, JsonObject value, IReadOnlyList<ShapeMember> members)
    {
        _faults.AddRange(members.Where(m => m.IsRequired && value[m.Name] is null).Select(m => InputFaults.Missing(path, m.Name)));
        _faults.AddRange(value.Where(p => members.All(m => m.Name != p.Key))
            .Select(p => InputFaults.Unknown(path, p.Key, members.Select(m => m.Name))));
        foreach (var member in members)
        {
            if (value[member.Name] is { } given)
            {
                Value(path.Member(member.Name), given, member.Shape);
            }
        }
    }

    private void Value(MemberPath path, JsonNode value, Shape shape)
    {
        switch (shape, value)
        {
            case (StructureShape structure, JsonObject given):
                Structure(path, given, structure.Members);
                break;
            case (ListShape list, JsonArray items):
                List(path, items, list);
                break;
            case (StringShape text, JsonValue given) when given.GetValueKind() == JsonValueKind.String:
                Text(path, given.GetValue<string>(), text);
                break;
            case (IntegerShape integer, JsonValue given) when WireValue.TryInteger(given, out var number):
                Integer(path, number, integer);
                break;
            case (BlobShape blob, JsonValue given) when WireValue.TryBytes(given, out var bytes):
                Length(path, "<blob>", bytes.Length, blob.MinLength, blob.MaxLength);
                break;
            case (FloatShape, JsonValue given) when given.GetValueKind() == JsonValueKind.Number:
            case (BooleanShape, JsonValue flag) when flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
            case (TimestampShape, JsonValue time) when WireValue.TryTime(time, out _):
                break;
            default:
                var (pythonTypes, needed) = TypeOf(shape);
                _faults.Add(InputFaults.WrongType(path, value, pythonTypes, needed));
                break;
        }
    }

    private void List(MemberPath path, JsonArray items, ListShape shape)
    {
        if (items.Count > shape.MaxItems)
        {
            _faults.Add(InputFaults.TooLong(path, InputFaults.Show(items), shape.MaxItems.Value));
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { } item)
            {
                Value(path.Item(i), item, shape.Element);
            }
            else
            {
                _faults.Add(InputFaults.Null(path.Item(i), TypeOf(shape.Element).PythonTypes));
            }
        }
    }

    private void Text(MemberPath path, string value, StringShape shape)
    {
        Length(path, value, value.Length, shape.MinLength, shape.MaxLength);
        if (shape.Values.Count > 0 && !shape.Values.Contains(value))
        {
            _faults.Add(InputFaults.NoneOfValues(path, value, shape));
        }
        else if (!(value.Length > shape.MaxLength) && !shape.Matches(value))
        {
            _faults.Add(InputFaults.NoMatch(path, value, shape.Pattern!));
        }
    }

    private void Integer(MemberPath path, long value, IntegerShape shape)
    {
        if (value < (shape.Minimum ?? int.MinValue))
        {
            _faults.Add(InputFaults.TooSmall(path, value, shape.Minimum ?? int.MinValue));
        }
        else if (value > (shape.Maximum ?? int.MaxValue))
        {
            _faults.Add(InputFaults.TooLarge(path, value, shape.Maximum ?? int.MaxValue));
        }
    }

    private void Length(MemberPath path, string shown, int length, int minimum, int? maximum)
    {
        if (length < minimum)
        {
            _faults.Add(InputFaults.TooShort(path, InputFaults.Show(shown), length, minimum));
        }
        else if (length > maximum)
        {
            _faults.Add(InputFaults.TooLong(path, InputFaults.Show(shown), maximum.Value));
        }
    }

    private static (string PythonTypes, string Needed) TypeOf(Shape shape) => shape switch
    {
        StructureShape => ("<class 'dict'>", "an object"),
        ListShape => ("<class 'list'>, <class 'tuple'>", "a list"),
        IntegerShape => ("<class 'int'>", "a whole number"),
        FloatShape => ("<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>", "a number"),
        BooleanShape => ("<class 'bool'>", "true or false"),
        TimestampShape => ("<class 'datetime.datetime'>, timestamp-string", "a time: Unix seconds or ISO 8601"),
        BlobShape => ("<class 'bytes'>, <class 'bytearray'>, file-like object", "bytes in base64"),
        _ => ("<class 'str'>", "a string"),
    };
}
