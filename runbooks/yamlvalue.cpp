// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/yamlvalue.h>

#include <yaml-cpp/yaml.h>

namespace holdpoint::runbooks {

namespace {

constexpr qsizetype largest = 64 * 1024;
constexpr int deepest = 16;
constexpr int mostNodes = 5000;

/// Copies yaml-cpp's graph into a tree. Aliases make a small text a huge tree, so the copies are counted.
class YamlReader
{
public:
    Result<YamlValue> read(const YAML::Node &node, int depth)
    {
        const int line = std::max(0, node.Mark().line) + 1;
        if (depth > deepest)
            return fail(ErrorKind::Invalid, QStringLiteral("line %1: nested too deep").arg(line));
        if (++m_nodes > mostNodes)
            return fail(ErrorKind::Invalid, QStringLiteral("line %1: too many values").arg(line));
        YamlValue value;
        value.line = line;
        if (node.IsScalar()) {
            value.kind = YamlValue::Kind::Text;
            value.text = QString::fromStdString(node.Scalar());
        } else if (node.IsSequence() || node.IsMap()) {
            value.kind = node.IsMap() ? YamlValue::Kind::Map : YamlValue::Kind::List;
            for (const auto &entry : node) {
                const YAML::Node &child = node.IsMap() ? entry.second : entry;
                Result<YamlValue> read = this->read(child, depth + 1);
                if (!read)
                    return read;
                const QString key =
                    node.IsMap() && entry.first.IsScalar() ? QString::fromStdString(entry.first.Scalar()) : QString();
                value.entries.append({key, std::make_shared<YamlValue>(*std::move(read))});
            }
        }
        return value;
    }

private:
    int m_nodes = 0;
};

} // namespace

const YamlValue *YamlValue::find(const QString &key) const
{
    for (const Entry &entry : entries) {
        if (entry.key == key)
            return entry.value.get();
    }
    return nullptr;
}

QString YamlValue::textOf(const QString &key) const
{
    const YamlValue *value = find(key);
    return value ? value->asText() : QString();
}

QString YamlValue::asText() const { return kind == Kind::List ? asList().join(u',') : text; }

QStringList YamlValue::asList() const
{
    if (kind == Kind::Text)
        return {text};
    QStringList list;
    for (const Entry &entry : entries)
        list.append(entry.value->text);
    return list;
}

Result<YamlValue> parseYaml(const QString &text)
{
    if (text.size() > largest)
        return fail(ErrorKind::Invalid, QStringLiteral("more than 64 KiB of metadata"));
    try {
        return YamlReader().read(YAML::Load(text.toStdString()), 0);
    } catch (const YAML::Exception &exception) {
        return fail(ErrorKind::Invalid, QStringLiteral("line %1: %2")
                                            .arg(std::max(0, exception.mark.line) + 1)
                                            .arg(QString::fromStdString(exception.msg)));
    }
}

} // namespace holdpoint::runbooks
